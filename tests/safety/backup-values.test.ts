import { afterAll, describe, expect, it } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import type { Value } from '../../scripts/lib/database.ts'
import { restore } from '../../scripts/lib/restore.ts'
import { admin, database, empty, everything } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

afterAll(() => admin.close())

describe('every kind of value', () => {
  const values: Record<string, Value> = {
    nothing: { nullValue: null },
    yes: { booleanValue: true },
    no: { booleanValue: false },
    integer: { integerValue: '1' },
    double: { doubleValue: 1 },
    largest: { integerValue: '9223372036854775807' },
    smallest: { integerValue: '-9223372036854775808' },
    fraction: { doubleValue: 0.1 },
    tiny: { doubleValue: 5e-324 },
    huge: { doubleValue: 1.7976931348623157e308 },
    negativeZero: { doubleValue: -0 },
    infinite: { doubleValue: 'Infinity' },
    noNumber: { doubleValue: 'NaN' },
    moment: { timestampValue: '2026-03-09T09:00:00.123456Z' },
    wholeSecond: { timestampValue: '1969-12-31T23:59:59Z' },
    text: { stringValue: '서울\u2028교육\r\n마당 \u0000 “”\\ 🎈' },
    noText: { stringValue: '' },
    bytes: { bytesValue: '/+8AAQ==' },
    place: { geoPointValue: { latitude: 37.5665, longitude: 0 } },
    reference: { referenceValue: 'tasks/t1/comments/t1-x' },
    elsewhere: { referenceValue: 'projects/another/databases/(default)/documents/tasks/t1' },
    list: { arrayValue: { values: [{ integerValue: '1' }, { doubleValue: 1 }, { mapValue: { fields: {} } }] } },
    noList: { arrayValue: { values: [] } },
    map: { mapValue: { fields: { 'a.b `c`': { mapValue: { fields: { 1: { arrayValue: { values: [] } } } } } } } },
  }
  const documents = [
    { path: 'all/values', fields: values },
    { path: 'all/empty', fields: {} },
    { path: 'gone/parent/below/서울 1~', fields: { n: { integerValue: '1' } } },
    { path: 'all/values/below/x', fields: { big: { stringValue: '가'.repeat(340_000) } } },
  ] as const

  it('comes back exactly', async () => {
    await empty()
    await database.write(documents)
    const before = await everything()
    expect(before).toHaveLength(documents.length)
    const folder = newFolder()
    await backUp(folder, database, 2)
    await empty()
    await restore(folder, database, false)
    expect(await everything()).toEqual(before)
    const stored = await admin.db.doc('all/values').get()
    expect(stored.get('moment').nanoseconds).toBe(123_456_000)
    expect(Object.is(stored.get('negativeZero'), -0)).toBe(true)
    expect(stored.get('reference').path).toBe('tasks/t1/comments/t1-x')
    expect(stored.get('bytes')).toEqual(Buffer.from([255, 239, 0, 1]))
  })
})
