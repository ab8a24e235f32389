import { describe, expect, it } from 'vitest'
import { isTaskId, paragraphs, TASK_IDS, taskIdFromNumber, taskNumber } from '#domain/plan.ts'

describe('the number of a task in an address', () => {
  it('leads to the task and back', () => {
    for (const id of TASK_IDS) expect(taskIdFromNumber(String(taskNumber(id)))).toBe(id)
    expect(TASK_IDS.map(taskNumber)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it.each([undefined, '', '0', '7', '01', '1.0', ' 1', '1 ', 't1', '-1', '１', 'constructor'])(
    'leads nowhere if it is %j',
    (number) => expect(taskIdFromNumber(number)).toBeNull(),
  )
})

it('only the six are tasks', () => {
  for (const value of ['t0', 't7', 'T1', '', null, 1]) expect(isTaskId(value)).toBe(false)
  expect(TASK_IDS.every(isTaskId)).toBe(true)
})

describe('the paragraphs of a text', () => {
  it('are parted by blank lines, however many', () => {
    expect(paragraphs('하나\n\n둘\n\n\n\n셋')).toEqual(['하나', '둘', '셋'])
  })

  it('keep single line ends', () => {
    expect(paragraphs('하나\n둘')).toEqual(['하나\n둘'])
  })

  it('are none of a text without words', () => {
    expect(paragraphs('')).toEqual([])
    expect(paragraphs('\n\n \n\n')).toEqual([])
  })
})
