/**
 * Addresses at which makers publish about their own models: a host, or a host with the first part of the path. Clouds that also sell other
 * makers' models (AWS, Azure) are left out: their posts are no maker's own. From the makers' own public pages.
 */
const hosts: Record<string, string> = {
  'openai.com': 'OpenAI',
  'anthropic.com': 'Anthropic',
  'claude.com': 'Anthropic',
  'deepmind.google': 'Google',
  'deepmind.com': 'Google',
  'blog.google': 'Google',
  'ai.google.dev': 'Google',
  'research.google': 'Google',
  'developers.googleblog.com': 'Google',
  'ai.meta.com': 'Meta',
  'about.fb.com': 'Meta',
  'about.meta.com': 'Meta',
  'llama.com': 'Meta',
  'x.ai': 'xAI',
  'microsoft.ai': 'Microsoft',
  'mistral.ai': 'Mistral AI',
  'cohere.com': 'Cohere',
  'deepseek.com': 'DeepSeek',
  'qwen.ai': 'Alibaba',
  'qwenlm.github.io': 'Alibaba',
  'moonshot.ai': 'Moonshot AI',
  'moonshot.cn': 'Moonshot AI',
  'moonshotai.github.io': 'Moonshot AI',
  'kimi.com': 'Moonshot AI',
  'z.ai': 'Z.ai',
  'zhipuai.cn': 'Z.ai',
  'bigmodel.cn': 'Z.ai',
  'minimax.io': 'MiniMax',
  'minimaxi.com': 'MiniMax',
  'nvidia.com': 'NVIDIA',
  'ibm.com': 'IBM',
  'reka.ai': 'Reka AI',
  'ai21.com': 'AI21 Labs',
  'allenai.org': 'Ai2',
  'stepfun.com': 'StepFun',
  'liquid.ai': 'Liquid AI',
}

/** Hosts where makers have pages of their own under their name. */
const shared = new Set(['github.com', 'huggingface.co', 'raw.githubusercontent.com', 'modelscope.cn'])
const accounts: Record<string, string> = {
  openai: 'OpenAI',
  anthropics: 'Anthropic',
  google: 'Google',
  'google-deepmind': 'Google',
  'google-gemini': 'Google',
  'meta-llama': 'Meta',
  facebookresearch: 'Meta',
  facebook: 'Meta',
  'xai-org': 'xAI',
  microsoft: 'Microsoft',
  mistralai: 'Mistral AI',
  'cohere-ai': 'Cohere',
  coherelabs: 'Cohere',
  'deepseek-ai': 'DeepSeek',
  qwenlm: 'Alibaba',
  qwen: 'Alibaba',
  moonshotai: 'Moonshot AI',
  'zai-org': 'Z.ai',
  thudm: 'Z.ai',
  'minimax-ai': 'MiniMax',
  minimaxai: 'MiniMax',
  nvidia: 'NVIDIA',
  'ibm-granite': 'IBM',
  meituan: 'Meituan',
  'meituan-longcat': 'Meituan',
  'stepfun-ai': 'StepFun',
  xiaomimimo: 'Xiaomi',
  tencent: 'Tencent',
  'bytedance-seed': 'ByteDance',
  baidu: 'Baidu',
  allenai: 'Ai2',
}

/** The maker at whose own address a page stands, or null. Sub-domains count as the host ("blog.", "docs.", "api-docs."). */
export function vendorOfAddress(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  if (shared.has(host)) return accounts[url.pathname.split('/')[1]?.toLowerCase() ?? ''] ?? null
  const labels = host.split('.')
  for (let i = 0; i < labels.length - 1; i++) {
    const found = hosts[labels.slice(i).join('.')]
    if (found) return found
  }
  return null
}
