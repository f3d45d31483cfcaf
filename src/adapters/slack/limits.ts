/**
 * Slack's numbers, each with where it is stated. Lengths are counted in characters. Where two sources differ, the smaller stands here.
 * [types] is a doc comment in @slack/types 3.2, [docs] a page under https://docs.slack.dev/, the rest was found live by the named thread.
 */
export const limits = {
  /** Blocks of a message: 50 [docs reference/block-kit/blocks]. Five are left for what a fallback adds. */
  blocks: 45,
  /** Blocks of an App Home or a modal [docs reference/block-kit/blocks]. */
  viewBlocks: 100,
  /** All blocks of a message as JSON: `msg_blocks_too_long` comes near 13,200, which is not documented (slackapi/bolt-js#2509). */
  blocksJson: 12_000,
  /** One piece of text or table as JSON, so that several fit into a message. Ours. */
  textJson: 3_000,
  tableJson: 9_000,
  /** The plain text beside blocks: 4,000 recommended [docs chat.postMessage]. */
  text: 3_000,
  /** Header text [types HeaderBlock]. */
  header: 150,
  /** mrkdwn text object 3,000 [types TextObject]; kept lower, since escaping makes it longer. */
  contextText: 2_000,
  /** Image alt text [types ImageBlock]. */
  altText: 2_000,
  /** Elements of an actions block [types ActionsBlock]. */
  actions: 25,
  /** Button label 75 and value 2,000 [types Button]. */
  buttonText: 75,
  buttonValue: 2_000,
  /** action_id and block_id [types Actionable, Block]. */
  id: 255,
  /** Options of a select [types StaticSelect]; their text 75 and value 75 [types Option; docs option-object says 150 for the value]. */
  options: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  /** A link's address [types Button.url; rich text states none]. */
  url: 3_000,
  /** data_table: rows under its header (the documentation said 100 before it said 200), columns [docs data-table-block]; rows up to which a table has
   * one page, ours: longer ones have pages of half as many. */
  dataTableRows: 99,
  tableColumns: 20,
  tablePage: 40,
  caption: 250,
  /** A view's title, submit and close, its private_metadata [types View]. */
  viewTitle: 24,
  privateMetadata: 3_000,
  inputLabel: 2_000,
  /** A response_url may be used five times in thirty minutes [docs interactivity/handling-user-interaction]. */
  responseUses: 5,
  /** Milliseconds between posts: about one a second in a channel, several hundred a minute in a workspace [docs apis/web-api/rate-limits]. */
  channelPace: 1_000,
  tokenPace: 200,
  /** Manifest: slash commands 50, name 32 with its slash, description 2,000, hint 1,000 (slackapi/manifest-schema, 2.0.0). */
  commands: 50,
  commandName: 32,
  commandDescription: 2_000,
  usageHint: 1_000,
} as const

/** Cuts a label to a length, with an ellipsis; never used on anything that carries a citation. */
export function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
