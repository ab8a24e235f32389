import { readFileSync, writeFileSync } from 'node:fs'
import type { parseArgs } from 'node:util'
import { connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { parsePlanFile } from './lib/plan-file.ts'
import { describeStep, exportPlan, publishSteps, stepsOf } from './lib/plan-import.ts'

const HELP = `
npm run plan:import -- --file plan.json [--publish --by UID --reason "…"] [--project ID]
npm run plan:export -- --file plan.json [--project ID]

Import shows how a plan file differs from what is published, and publishes nothing. With --publish each task that
differs gets its next revision, all at once or none, each with an entry in the log under --by.
Export writes what is published in the same format; “npm run build -- --plan plan.json” builds its pages from it.
The format is described in docs/plan-files.md. Without --project, the emulators of “npm start” are meant.
`

const OPTIONS = {
  export: { type: 'boolean' },
  file: { type: 'string' },
  publish: { type: 'boolean' },
  by: { type: 'string' },
  reason: { type: 'string' },
  project: { type: 'string' },
} as const satisfies NonNullable<Parameters<typeof parseArgs>[0]>['options']

async function main(): Promise<undefined> {
  const { export: exports, file, publish, by, reason, project } = readFlags(HELP, OPTIONS)
  if (!file) throw new UserError('--file names no plan file (--help says more).')
  if (publish && !(by && reason)) throw new UserError('--publish wants --by and --reason, which the log will hold.')
  // Read before anybody is asked: what is wrong in a file needs no connection.
  const plan = exports ? null : parsePlanFile(file, read(file))
  const { db, close } = await connectTo(project)
  try {
    if (!plan) {
      writeFileSync(file, `${JSON.stringify(await exportPlan(db), null, 2)}\n`)
      console.log(`The plan is in ${file}.`)
      return
    }
    const steps = await stepsOf(db, plan)
    for (const step of steps) console.log(describeStep(step))
    if (steps.length === 0) console.log('Everything in this file is published already.')
    else if (!publish) console.log('Nothing was published: this was a look. Add --publish to publish it.')
    else {
      await publishSteps(db, steps, by ?? '', reason ?? '')
      console.log(`Published: ${steps.map(({ task, number }) => `${task.id} revision ${number}`).join(', ')}.`)
    }
  } finally {
    await close()
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

await runScript(main)
