import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Me } from '#data/me.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import { usePersonTurn } from '../../../src/app/use-person-turn.ts'
import { NOBODY } from '../../helpers/samples.ts'

afterEach(() => storage.remove(SIGNED_IN))

const is = (uid: string): Me => ({ ...NOBODY, user: { uid, email: 'somebody@example.com' } })

/** Whether it is another turn after each of these. */
function turns(...people: (Me | undefined)[]): boolean[] {
  const { result, rerender } = renderHook(({ me }) => usePersonTurn(me), { initialProps: { me: people[0] } })
  return people.slice(1).map((me) => {
    const before = result.current
    rerender({ me })
    return result.current !== before
  })
}

it('stays for who signs in, and for whose sign-in ends by itself and who signs in again', () => {
  expect(turns(undefined, NOBODY, is('mina'), NOBODY, is('mina'))).toEqual([false, false, false, false])
})

it('is another one for another person, also after a while without anybody', () => {
  expect(turns(is('mina'), is('juho'))).toEqual([true])
  expect(turns(is('mina'), NOBODY, is('juho'))).toEqual([false, true])
})

it('is another one where somebody else was signed in when the page came', () => {
  storage.write(SIGNED_IN, 'mina')
  expect(turns(undefined, NOBODY, is('juho'))).toEqual([false, true])
  expect(turns(undefined, is('mina'))).toEqual([false])
})

it('is another one when somebody signs out in another tab', () => {
  const { result } = renderHook(() => usePersonTurn(is('mina')))
  const before = result.current
  act(() => void dispatchEvent(new StorageEvent('storage', { key: 'madang:signed-out', newValue: '1' })))
  expect(result.current).not.toBe(before)
})
