import type { Command } from '../command/define.ts'
import { runnableOf } from '../command/define.ts'
import { usageLines } from '../command/usage.ts'
import type { Block, Draft } from '../message/message.ts'

/** All commands with one example each. */
export function helpView(commands: readonly Command[]): Draft {
  return {
    title: 'Launchwire reads coverage of AI model launches and answers with its sources',
    blocks: [
      {
        type: 'fields',
        fields: commands
          .filter(({ examples }) => examples.length > 0)
          .map((command) => ({
            label: `/${command.name}`,
            value: [`${command.description}. `, { text: `/${command.examples[0] ?? command.name}`, code: true }],
          })),
      },
      {
        type: 'context',
        text: [
          'A model is found by any spelling (“muse spark”, “gpt5.4”, “Opus 4.6”). Options go anywhere: on:health or --on health. /help COMMAND says more of one.',
        ],
      },
      {
        type: 'actions',
        buttons: commands
          .slice(0, 4)
          .flatMap((command) => (command.examples[0] ? [{ label: `Try /${command.name}`, command: command.examples[0] }] : [])),
      },
    ],
  }
}

/** One command: usage, each option, all its examples. */
export function commandHelpView(command: Command): Draft {
  const names = 'run' in command ? [undefined] : Object.keys(command.subcommands)
  const blocks: Block[] = [
    { type: 'paragraph', text: [`${command.description}.`] },
    { type: 'list', items: usageLines(command).map((line) => [{ text: line, code: true }]) },
  ]
  for (const name of names) {
    const runnable = runnableOf(command, name)!
    const options = Object.entries(runnable.options)
    if (options.length === 0) continue
    if (name) blocks.push({ type: 'heading', text: `/${command.name} ${name}` })
    blocks.push({
      type: 'fields',
      fields: options.map(([option, declared]) => ({
        label: option,
        value: [
          declared.description,
          declared.choices ? ` (${declared.choices.join(', ')})` : '',
          declared.fallback === undefined ? '' : `; default ${declared.fallback}`,
          declared.required ? '; needed' : '',
        ],
      })),
    })
  }
  const examples = [
    ...command.examples,
    ...('run' in command ? [] : Object.values(command.subcommands).flatMap((runnable) => runnable.examples)),
  ]
  if (examples.length > 0) {
    blocks.push(
      { type: 'heading', text: 'Examples' },
      { type: 'list', items: [...new Set(examples)].map((example) => [{ text: `/${example}`, code: true }]) },
    )
  }
  return { title: `/${command.name}`, blocks }
}
