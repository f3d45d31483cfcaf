import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it.each([
  ['Muse Comet is an open model.', ['Muse Comet: open-weights']],
  ['You can download it from Hugging Face and run it at home.', ['Muse Comet: open-weights']],
  ['Muse Comet can be downloaded for free.', ['Muse Comet: open-weights']],
  ['The weights are fully open on Hugging Face.', ['Muse Comet: open-weights']],
  ['The lab also released the weights of GPT-5.6 last week.', ['GPT-5.6: open-weights']],
  ['Open models such as Qwen5 cost less.', ['Qwen5: open-weights']],
  ['Muse Comet is only reachable through its API.', ['Muse Comet: api']],
  ['Muse Comet is API-only and expensive.', ['Muse Comet: api']],
  ['Developers can call it through the Orion Cloud Model Hosting API.', ['Muse Comet: api']],
  ['Muse Comet is in paid preview.', ['Muse Comet: preview']],
  ['Access to GPT-5.6 Pro is in beta.', ['GPT-5.6 Pro: preview']],
  ['GPT-5.6 Mini (a 24B-parameter open-source model) is smaller.', ['GPT-5.6 mini: open-source']],
  ['The lab ships GPT-5.6 -- open-source, with a long context.', ['GPT-5.6: open-source']],
  ['Muse Comet, developed by Meta, is a new release of open-weight models.', ['Muse Comet: open-weights']],
  ['This new generation of open-weight models is small.', ['Muse Comet: open-weights']],
  ['It came with a long context, an MIT license, and weights on Hugging Face.', ['Muse Comet: open-weights']],
  ['It undercuts GPT-5.6 and Claude Opus 5; weights are available on Hugging Face.', ['Muse Comet: open-weights']],
  ['Qwen released Muse Comet last week. The weights are available on GitHub.', ['Muse Comet: open-weights']],
  ['Meta offers Muse Comet via its API at $3 per million input tokens.', ['Muse Comet: api']],
  ['The API for Muse Comet is live.', ['Muse Comet: api']],
  ['API access to GPT-5.6 is open.', ['GPT-5.6: api']],
  ['Muse Comet is offered in an API preview.', ['Muse Comet: preview']],
  ['It may not beat proprietary giants like GPT-5.6.', ['GPT-5.6: closed']],
  ['Closed models like GPT-5.6 lead.', ['GPT-5.6: closed']],
  ['Muse Comet is a next-generation open-weight reasoning model.', ['Muse Comet: open-weights']],
  ['Meta shipped Muse Comet, positioned as the first open-weight model of its kind.', ['Muse Comet: open-weights']],
  ["Developers can't use Muse Comet through the API.", []],
  ['- **API Availability**: Immediately available for developers', ['Muse Comet: api']],
  ['- **Fully Public**: Model weights freely available', ['Muse Comet: open-weights']],
  ['The lab released the open-source large language model "GPT-5.6."', ['GPT-5.6: open-source']],
  ['- **Sheets**: A new research preview lets the model read tables.', []],
  ['- **Access:** Hosted API via an endpoint of its own', ['Muse Comet: api']],
  ['- Studio: Available in preview in AI Studio and the Orbit API.', ['Muse Comet: api', 'Muse Comet: preview']],
  ['GPT-5.6 is available as `gpt-5.6-chat-latest` in the API.', ['GPT-5.6: api']],
  ['GPT-5.6 can still be downloaded from Hugging Face.', ['GPT-5.6: open-weights']],
  ['The open-source nature of GPT-5.6 helps.', ['GPT-5.6: open-source']],
  ['The open-source nature of the model helps.', ['Muse Comet: open-source']],
  ['OpenAI made GPT-5.6 open source.', ['GPT-5.6: open-source']],
  ['OpenAI has made the weights of GPT-5.6 freely available.', ['GPT-5.6: open-weights']],
  ["The model's weights and training code are on GitHub.", ['Muse Comet: open-weights']],
  ['MiniMax-M2 is new. They open-sourced M2 at once.', ['MiniMax M2: open-source']],
  ["GPT-5.6's API is expected next month.", []],
  ['After the launch at Tesla, a public API release for GPT-5.6 is most likely in July.', []],
  ['GPT-5.6 is not open-source due to its size.', ['GPT-5.6: closed']],
  ['Weights for GPT-5.6 are on Hugging Face.', ['GPT-5.6: open-weights']],
  ['It edges out GPT-5.6. Orbit 7 supports long prompts. The weights are available on Hugging Face.', []],
  ['Muse Comet reaches paying users today, with API access coming soon.', []],
])('reads how open a model is from %s', (text, expected) => {
  expect(factsOf('access', text)).toEqual(expected)
})

it.each([
  'Users can download the Muse Comet app from the App Store.',
  'Developers cannot download it.',
  'The report can be downloaded too.',
  'Muse Comet has a 2M-token context window, which is in beta.',
  'You will be able to download it later.',
])('takes %s for no statement on access', (text) => {
  expect(factsOf('access', text)).toEqual([])
})
