// The entry, in plain JavaScript so that an older Node can read it and say what is wrong; all the rest is TypeScript that Node 24 runs as it is.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 24 || (major === 24 && minor >= 12)) {
  // An answer reads some thousand rows that are garbage once it is given. Left to itself the engine lets both its spaces grow long before it collects: a process that
  // answers without pause from 100,000 articles then takes 480 MB, and with these about 240, in the same time (`npm run bench -- corpus`, which sets them too)
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=40')
  // compiled code and stripped types are kept between runs: a command starts in half the time
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  const { main } = await import('./main.ts')
  process.exitCode = await main()
} else {
  console.error(
    `Launchwire needs Node 24.12 or newer and this is ${process.versions.node}: run it through npm (npm start, npm run launchwire -- …), which brings its own Node, or install Node 24.`,
  )
  process.exitCode = 1
}
