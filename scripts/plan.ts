import { writeFileSync } from 'node:fs'
import { connectTo } from './lib/admin.ts'
import { readFileAndFlags, runScript, UserError } from './lib/cli.ts'
import { readPlanFile } from './lib/plan-file.ts'
import { describeStep, exportPlan, publishSteps, stepsOf } from './lib/plan-import.ts'

const HELP = `
npm run plan:import -- plan.json [--publish --by UID --reason "…"] [--project ID]
npm run plan:export -- plan.json [--project ID]

Import shows how a plan file differs from what is published, and publishes nothing. With --publish each task that
differs gets its next revision, all at once or none, each with an entry in the log under --by.
Export writes what is published in the same format; “npm run deploy -- --plan plan.json” puts pages with it there.
The format is described in docs/plan-files.md. Without --project, the emulators of “npm start” are meant.
`

async function main(): Promise<undefined> {
  const { file, flags } = readFileAndFlags(HELP, {
    export: { type: 'boolean' },
    publish: { type: 'boolean' },
    by: { type: 'string' },
    reason: { type: 'string' },
    project: { type: 'string' },
  })
  const { publish, by = '', reason = '', project } = flags
  if (publish && !(by && reason)) throw new UserError('--publish wants --by and --reason, which the log will hold.')
  // Read before anybody is asked: what is wrong in a file needs no connection.
  const plan = flags.export ? null : readPlanFile(file)
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
      await publishSteps(db, steps, by, reason)
      console.log(`Published: ${steps.map(({ task, number }) => `${task.id} revision ${number}`).join(', ')}.`)
    }
  } finally {
    await close()
  }
}

await runScript(main)
