/**
 * Discord's numbers, each with where it is stated. [docs] is a page under https://docs.discord.com/developers/, [spec] Discord's
 * OpenAPI file (discord/discord-api-spec). Lengths are counted in UTF-16 units here, which is never less than what Discord
 * counts.
 */
export const limits = {
  /** Components of a message, nested ones counted [docs components/reference]. */
  components: 40,
  /** Text in all components of a message [docs components/reference]. */
  text: 4_000,
  /**
   * Rows of buttons in a message without Components V2 [docs components/reference]; kept for both, so that a fallback loses none.
   */
  rows: 5,
  rowButtons: 5,
  /** Label of a button 80, custom_id 100 [docs components/reference]. */
  buttonLabel: 80,
  customId: 100,
  /** A select's options, their label, value and description, its placeholder [docs components/reference]. */
  options: 25,
  optionText: 100,
  placeholder: 150,
  /** Alt text of a picture [spec MediaGalleryItem, MessageAttachmentRequest]. */
  altText: 1_024,
  /** Attachments of a message 10 [docs resources/message]; one file 10 MiB [docs reference]. */
  files: 10,
  fileBytes: 10 * 1024 * 1024,
  /** Title of an embed 256 [docs resources/message]. Its description takes 4,096, all embeds 6,000: `text` is within both. */
  embedTitle: 256,
  /** Autocomplete: choices, their name and value [docs interactions/receiving-and-responding]. */
  choices: 25,
  choiceText: 100,
  /** Commands: description 100, 25 options [docs interactions/application-commands]; the rest a test keeps. */
  description: 100,
  commandOptions: 25,
  /** Modal: title and label 45, input [docs components/reference]. */
  modalTitle: 45,
  modalLabel: 45,
  modalInput: 4_000,
  /**
   * An interaction's token lives 15 minutes [docs interactions/receiving-and-responding]; ours ends a little earlier. In
   * milliseconds.
   */
  tokenLife: 14.75 * 60 * 1000,
  /** Follow-ups of one interaction where only the person installed the app [docs interactions/receiving-and-responding]. */
  followUps: 5,
  /** A nonce of a message [spec MessageCreateRequest]. */
  nonce: 25,
  /**
   * Answers 401, 403 and 429 in ten minutes before the address is banned: 10,000 [docs topics/rate-limits]. We stop well before.
   */
  invalidRequests: 9_000,
  invalidWindow: 10 * 60 * 1000,
  /** One table picture: rows and columns that stay readable at 600 pixels. Ours. */
  pictureRows: 20,
  pictureColumns: 6,
  /** Longest address printed as a link in the sources. Ours: a longer one would eat the text's room. */
  sourceUrl: 512,
  sourceTitle: 160,
  /** Title of a thread that answers a mention [spec CreateTextThreadWithMessageRequest]. */
  threadName: 100,
  /** Body of an HTTP interaction in bytes; Discord's are far smaller. Ours. */
  requestBody: 1024 * 1024,
} as const

/**
 * Cuts a label to a length in UTF-16 units, whole characters, with an ellipsis; never used on anything that carries a citation.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length - 1) break
    kept += character
  }
  return `${kept}…`
}
