import type { APIComponentInContainer, APIEmbed, APIMessageTopLevelComponent } from 'discord.js'
import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js'
import { citedClaims, numberCitations } from '../../message/citations.ts'
import type { Message } from '../../message/message.ts'
import { accentColor } from './accent.ts'
import { customId, type Keys } from './custom-id.ts'
import { cut, limits } from './limits.ts'
import { escapeMarkdown, labelText } from './markdown.ts'
import { type Parcel, pack, type Run, runs } from './pack.ts'
import type { Picture, Pictures } from './pictures.ts'
import { type Button, blockPieces, choicePieces, type Piece, rows } from './pieces.ts'

/** A message's body as Discord takes it. */
export interface Body {
  flags?: number
  components: APIMessageTopLevelComponent[]
  embeds?: APIEmbed[]
  attachments: { id: string; filename: string; description: string }[]
  allowed_mentions: { parse: [] }
}
/** A body, the files that go with it, and the same as an embed, for where Components V2 may not be used. */
export interface Payload {
  body: Body
  fallback: Body
  files: { name: string; data: Uint8Array; contentType: string }[]
}

export interface RenderOptions {
  pictures?: Pictures
  keys?: Keys
  /** The typed command that the message answers: gives it the buttons "Share" (where only one person sees it) and "As text". */
  line?: string
  /** Only the person who asked sees it, so they may share it. */
  shareable?: boolean
  /** Each cited sentence can be looked at, with this command and a claim's id. */
  evidence?: string
}

/**
 * A message as Discord payloads, in order; more than one where it is long. Every number of Discord's is kept, no mention can
 * fire, text of articles shows letter for letter, and each payload lists the sources of what it says.
 */
export function render(message: Message, options: RenderOptions = {}): Payload[] {
  const numbered = numberCitations(message)
  const { pictures = new Map(), keys = new Map() } = options
  const title = escapeMarkdown(cut(message.title, limits.embedTitle)).trim()
  const pieces: Piece[] = []
  if (title) pieces.push({ kind: 'text', markdown: `## ${title}`, numbers: [], joins: false })
  for (const [index, block] of message.blocks.entries()) {
    const underHeading = message.blocks[index - 1]?.type === 'heading'
    pieces.push(
      ...blockPieces(block, numbered, pictures, keys).map((piece, at) =>
        at === 0 && underHeading && piece.kind === 'text' ? { ...piece, joins: true } : piece,
      ),
    )
  }
  pieces.push(...evidencePieces(message, options), ...answerButtons(message, options, keys))
  const parcels = pack(pieces, numbered, title ? `-# ${title}, continued` : '')
  const color = accentColor(message.accent, message.error)
  return parcels.map((parcel) => ({ ...componentBody(parcel, color), fallback: embedBody(parcel, color) }))
}

/** A select that opens the sentence behind each source mark. */
function evidencePieces(message: Message, { evidence }: RenderOptions): Piece[] {
  if (!evidence) return []
  const numbered = numberCitations(message)
  const options = citedClaims(message).map((claim) => {
    const citation = message.citations[claim]!
    const [number] = numbered.numbers({ text: '', cite: [claim] })
    const about = [citation.publisher, citation.published].filter(Boolean).join(', ')
    return {
      label: cut(labelText(`[${number}] ${citation.quote}`), limits.optionText),
      value: cut(`${evidence} ${claim}`, limits.optionText),
      ...(about ? { description: cut(labelText(about), limits.optionText) } : {}),
    }
  })
  return choicePieces('Show the sentence behind a source mark', options.slice(0, 2 * limits.options))
}

function answerButtons(message: Message, { line, shareable, pictures }: RenderOptions, keys: Keys): Piece[] {
  if (line === undefined || message.error) return []
  const share = shareable ? customId('share', line, keys) : undefined
  const text = pictures?.size ? customId('text', line, keys) : undefined
  const buttons: Button[] = [
    ...(share ? [{ id: share, label: 'Share here' }] : []),
    ...(text ? [{ id: text, label: 'As text' }] : []),
  ]
  return rows(buttons)
}

type Row = Extract<Piece, { kind: 'buttons' | 'select' }>
const isRow = (run: Run): run is Row => typeof run === 'object' && (run.kind === 'buttons' || run.kind === 'select')

/** What a parcel shows, with the rows that close it after its sources; ids are unique within it. */
function layout(parcel: Parcel): { body: Run[]; rows: Row[] } {
  const all = runs(parcel.pieces)
  const seen = new Set<string>()
  const unique = all.flatMap((run): Run[] => {
    if (!isRow(run) || run.kind === 'select') return [run]
    const buttons = run.buttons.filter(({ id }) => !seen.has(id) && seen.add(id))
    return buttons.length > 0 ? [{ ...run, buttons }] : []
  })
  const lastBody = unique.findLastIndex((run) => !isRow(run))
  return { body: unique.slice(0, lastBody + 1), rows: unique.slice(lastBody + 1).filter(isRow) }
}

function rowComponent(row: Row, index: number): APIComponentInContainer & APIMessageTopLevelComponent {
  if (row.kind === 'select') {
    const { placeholder, options } = row.select
    return {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.StringSelect, custom_id: `pick ${index}`, placeholder, options, min_values: 1, max_values: 1 },
      ],
    }
  }
  return {
    type: ComponentType.ActionRow,
    components: row.buttons.map(({ id, label }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: id,
      label,
    })),
  }
}

function componentBody(parcel: Parcel, color: number): Omit<Payload, 'fallback'> {
  const { body, rows } = layout(parcel)
  const files = fileList()
  const components: APIComponentInContainer[] = body.map((run, index) => {
    if (typeof run === 'string') return { type: ComponentType.TextDisplay, content: run }
    if (run.kind === 'divider') return { type: ComponentType.Separator, divider: true, spacing: 1 }
    if (run.kind === 'picture')
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: files.add(run.picture) }, description: run.picture.alt }],
      }
    return rowComponent(run, index)
  })
  if (parcel.sources.length > 0) {
    if (components.length > 0) components.push({ type: ComponentType.Separator, divider: true, spacing: 1 })
    components.push({ type: ComponentType.TextDisplay, content: parcel.sources.join('\n') })
  }
  components.push(...rows.map((row, index) => rowComponent(row, body.length + index)))
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: 'There is nothing to show.' })
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.Container, accent_color: color, components }],
      attachments: files.attachments,
      allowed_mentions: { parse: [] },
    },
    files: files.files,
  }
}

function embedBody(parcel: Parcel, color: number): Body {
  const { body, rows } = layout(parcel)
  const files = fileList()
  const texts = body.filter((run) => typeof run === 'string')
  const images = body.flatMap((run) => (typeof run === 'object' && run.kind === 'picture' ? [files.add(run.picture)] : []))
  const inner = body.filter(isRow)
  const text = [...texts, ...(parcel.sources.length > 0 ? [parcel.sources.join('\n')] : [])].join('\n')
  const [first, ...others] = images
  const embed: APIEmbed = { color, description: text || 'There is nothing to show.', ...(first ? { image: { url: first } } : {}) }
  return {
    embeds: [embed, ...others.map((url) => ({ color, image: { url } }))],
    components: [...inner, ...rows].map(rowComponent),
    attachments: files.attachments,
    allowed_mentions: { parse: [] },
  }
}

/** The files of one payload; adding a picture gives the address that stands for it. */
function fileList() {
  const files: Payload['files'] = []
  const attachments: Payload['body']['attachments'] = []
  const add = (picture: Picture): string => {
    const name = `picture-${files.length + 1}.png`
    attachments.push({ id: String(files.length), filename: name, description: picture.alt })
    files.push({ name, data: picture.png, contentType: 'image/png' })
    return `attachment://${name}`
  }
  return { files, attachments, add }
}
