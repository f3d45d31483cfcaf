import { renderAsync } from '@resvg/resvg-js'
import { fontFamily, fontFiles } from './font.ts'

/** Twice the layout's size: sharp on phones. */
const scale = 2

export interface Picture {
  png: Uint8Array
  /** Pixels. */
  width: number
  height: number
}

/** An SVG as PNG, with our font only: the same bytes on every run. Drawn beside the event loop, which stays free for acknowledgements. */
export async function rasterise(svg: string, layoutWidth: number): Promise<Picture> {
  const rendered = await renderAsync(svg, {
    fitTo: { mode: 'width', value: layoutWidth * scale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily },
  })
  return { png: rendered.asPng(), width: rendered.width, height: rendered.height }
}

/** Text inside an SVG: markup is escaped, control characters go. */
export function svgText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
