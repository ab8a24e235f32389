import type { WriteBatch } from 'firebase/firestore/lite'
import { commit } from './commit.ts'
import { type DataError, toDataError } from './errors.ts'
import type { IsLost } from './remote.ts'

/** Tries, if the same person does something on two devices at once. */
const TRIES = 2

type Wanted<Stored> = {
  /** Of `remote`: by then something else may be wanted, and nothing more is written. */
  isLost: IsLost | undefined
  read(): Promise<Stored>
  /** Whether what is stored is as it is wanted; or why that cannot be, as an error. */
  isDone(stored: Stored): boolean | Promise<boolean>
  /** Puts into the batch what leads there from what is stored. */
  write(batch: WriteBatch, stored: Stored): void
  why(failure: DataError): Promise<DataError>
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Makes what is stored as it is wanted. It is looked at first, and again after a refusal: what was sent before may have
 * arrived only now, or on another device. So doing it again neither counts twice nor fails.
 * @throws DataError what `why` says of a refusal, or what went wrong
 */
export async function bringAbout<Stored>({ isLost, read, isDone, write, why }: Wanted<Stored>): Promise<void> {
  let stored = await read()
  for (let tried = 1; !(await isDone(stored)); tried++) {
    const before = stored
    try {
      return await commit((batch) => write(batch, before), isLost)
    } catch (error) {
      const failure = toDataError(error)
      if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
      stored = await read()
      if (isSame(stored, before) || (tried === TRIES && !(await isDone(stored)))) throw await why(failure)
    }
  }
}
