/** What the clock benchmark uses of node-schedule, which has no types of its own. */
declare module 'node-schedule' {
  const schedule: {
    scheduleJob(spec: { rule: string; tz: string }, run: () => void): { cancel(): boolean } | null
  }
  export default schedule
}
