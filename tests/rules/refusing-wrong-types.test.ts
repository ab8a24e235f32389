import { expect, it } from 'vitest'
import { keepReportShort, loadRules, readCoverage, reasonsBetween } from './helpers/coverage.ts'
import { onEmulator } from './helpers/emulator.ts'
import { documents, inLanes, outcomeOf } from './helpers/wrong-batches.ts'
import { type Probe, wrongValuesIn } from './helpers/wrong-values.ts'
import { type Refusal, valuesDocument } from './policy/values-document.ts'

onEmulator()

/** Enough to tell who refuses: the emulator's report of all of them would take three times as long. */
const KINDS = ['a whole number', 'a text', 'nothing', 'a map']

/** Of fields that are alike, such as those of groups and tasks, the first stands for all. */
const FURTHER = /(^|\.)(parent|teacher|staff|resident|t[2-6])$/

/** A batch that writes more of a document than so many fields writes it anew, and its rules look at all of it alike. */
const FEW = 10

const isAsked = ({ field, what }: Probe): boolean => KINDS.includes(what) && !FURTHER.test(field)

it('which function refuses a wrong value is known, and docs/wrong-values.md says it', {
  timeout: 180_000,
}, async () => {
  const refusals: Refusal[] = []
  const tried = new Set<string>()
  for await (const { caller, batch, of, writes, i } of documents()) {
    const wrong = wrongValuesIn(writes, i).filter(isAsked)
    const all = [...new Set(wrong.map(({ field }) => field))]
    const unknown = all.filter((field) => !refusals.some((known) => known.of === of && known.field === field))
    // The log looks at all but the target in the same way, whatever was done.
    const fields = of === 'auditLog' && tried.has(of) ? ['target'] : all.length > FEW ? unknown : all
    // Another batch with the same fields of such a document goes the same way.
    const name = of === 'auditLog' ? `${of} ${batch}` : `${of} ${fields}`
    if (tried.has(name)) continue
    tried.add(name).add(of)
    for (const field of fields) {
      await keepReportShort()
      const before = await readCoverage()
      await inLanes(
        wrong.filter((probe) => probe.field === field),
        async (probe) => void (await outcomeOf(caller, probe.writes)),
      )
      const after = await readCoverage()
      expect(after.errors, `evaluation errors for ${of} ${field}`).toEqual([])
      refusals.push({ of, batch, field, by: reasonsBetween(before, after).sort() })
    }
  }
  await loadRules()
  await expect(valuesDocument(refusals)).toMatchFileSnapshot('../../docs/wrong-values.md')
})
