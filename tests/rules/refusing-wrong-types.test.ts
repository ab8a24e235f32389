import { expect, it } from 'vitest'
import { keepReportShort, loadRules, readCoverage, reasonsBetween } from './helpers/coverage.ts'
import { onEmulator } from './helpers/emulator.ts'
import { documents, inLanes, outcomeOf } from './helpers/wrong-batches.ts'
import { type Probe, wrongValuesIn } from './helpers/wrong-values.ts'
import { type Reasons, valuesDocument } from './policy/values-document.ts'

onEmulator()

/** Enough to tell who refuses: the emulator's report of all of them would take three times as long. */
const KINDS = ['a whole number', 'a text', 'nothing', 'a map']

/** Of fields that are alike, such as those of groups and tasks, the first stands for all. */
const FURTHER = /(^|\.)(parent|teacher|staff|resident|t[2-6])$/

const isAsked = ({ field, what }: Probe): boolean => KINDS.includes(what) && !FURTHER.test(field)

it('which function refuses a wrong value is known, and docs/wrong-values.md says it', {
  timeout: 180_000,
}, async () => {
  const reasons: Reasons = new Map()
  for await (const { caller, of, writes, i } of documents()) {
    const known = reasons.get(of) ?? new Map<string, readonly string[]>()
    reasons.set(of, known)
    const wrong = wrongValuesIn(writes, i).filter(isAsked)
    for (const field of new Set(wrong.map((probe) => probe.field))) {
      if (known.has(field)) continue
      await keepReportShort()
      const before = await readCoverage()
      await inLanes(
        wrong.filter((probe) => probe.field === field),
        async (probe) => void (await outcomeOf(caller, probe.writes)),
      )
      const after = await readCoverage()
      expect(after.errors, `evaluation errors for ${of} ${field}`).toEqual([])
      known.set(field, reasonsBetween(before, after).sort())
    }
  }
  await loadRules()
  await expect(valuesDocument(reasons)).toMatchFileSnapshot('../../docs/wrong-values.md')
})
