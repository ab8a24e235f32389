import { describe, expect, it } from 'vitest'
import type { SlipForm } from '#data/drafts.ts'
import { MAX_SLIP_DAYS } from '#domain/slip.ts'
import { checkForm, dayInSeoul, emptyForm, endOfDay, lastDay } from '#features/slips/slip-form.ts'

// Half past midnight in Seoul: still the day before in Greenwich.
const now = new Date('2026-03-01T15:30:00Z')
const filled: SlipForm = { ...emptyForm(now), school: '한빛초등학교', purpose: '6학년 1반' }
const check = (changes: Partial<SlipForm>) => checkForm({ ...filled, ...changes }, now)

describe('the form of a batch of slips', () => {
  it('is thirty slips for students, for thirty days, once it has a school and a purpose', () => {
    expect(check({})).toEqual({
      terms: {
        role: 'student',
        school: '한빛초등학교',
        level: null,
        district: null,
        expiresAt: new Date('2026-04-01T23:59:59+09:00'),
      },
      number: 30,
      purpose: '6학년 1반',
    })
  })

  it('says everything that is missing at once', () => {
    expect(check({ role: '', school: ' ', number: '', until: '', purpose: '\u3164' })).toEqual({
      role: 'missing',
      school: 'missing',
      number: 'range',
      until: 'missing',
      purpose: 'missing',
    })
  })

  it.each<[Partial<SlipForm>, object]>([
    [{ role: 'parent' }, { role: 'missing' }],
    [{ school: '가'.repeat(101) }, { school: 'long' }],
    [{ school: '한빛\u202E교' }, { school: 'unfit' }],
    [{ purpose: '가'.repeat(201) }, { purpose: 'long' }],
    [{ number: '0' }, { number: 'range' }],
    [{ number: '501' }, { number: 'range' }],
    [{ number: '-5' }, { number: 'range' }],
    [{ number: '2.5' }, { number: 'range' }],
    [{ number: '서른' }, { number: 'range' }],
    [{ until: '2026-03-01' }, { until: 'past' }],
    [{ until: '2027-03-03' }, { until: 'far' }],
    [{ until: '2026-13-40' }, { until: 'missing' }],
  ])('%j is %j', (changes, problems) => expect(check(changes)).toEqual(problems))

  it.each([{ number: '1' }, { number: ' 500 ' }, { until: '2026-03-02' }, { until: '2027-03-02' }])(
    '%j will do',
    (changes) => expect(check(changes)).toHaveProperty('terms'),
  )

  it('leaves the rules their year, whatever the hour', () => {
    for (let hour = 0; hour < 24; hour++) {
      const at = new Date(now.getTime() + hour * 3_600_000)
      expect(endOfDay(lastDay(at)).getTime() - at.getTime()).toBeLessThan(MAX_SLIP_DAYS * 86_400_000)
    }
  })

  it('knows the day in Seoul', () => expect(dayInSeoul(now)).toBe('2026-03-02'))
})
