/** Colours that vendors are known by, as 0xRRGGBB, light enough for Discord's dark background. */
const colors: Record<string, number> = {
  alibaba: 0x615ced,
  amazon: 0xff9900,
  anthropic: 0xd97757,
  apple: 0xa2aaad,
  baidu: 0x2932e1,
  bytedance: 0x325ab4,
  cohere: 0xff7759,
  deepseek: 0x4d6bfe,
  google: 0x4285f4,
  huawei: 0xcf0a2c,
  ibm: 0x0f62fe,
  meta: 0x0081fb,
  microsoft: 0x00a4ef,
  minimax: 0xf23f5d,
  mistral: 0xfa520f,
  moonshot: 0xe8e3d9,
  nvidia: 0x76b900,
  openai: 0x10a37f,
  perplexity: 0x20b8cd,
  tencent: 0x07c160,
  xai: 0x8a8f98,
  xiaomi: 0xff6900,
  zai: 0x3859ff,
  zhipu: 0x3859ff,
}
const plain = 0x5865f2
const failed = 0xd83c3e

/**
 * The colour of a container's edge: the vendor's where it is known ("Meta AI" is Meta), red for an answer that says what went
 * wrong.
 */
export function accentColor(vendor: string | undefined, error: boolean | undefined): number {
  if (error) return failed
  if (!vendor) return plain
  const words = vendor.toLowerCase().split(/[^a-z0-9]+/)
  const known = [words.join(''), ...words].find((word) => Object.hasOwn(colors, word))
  return known === undefined ? plain : colors[known]!
}
