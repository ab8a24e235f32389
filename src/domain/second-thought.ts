import { findPersonalData } from './personal-data.ts'
import { findUnkind } from './unkind.ts'

/** Whether somebody should look at a text once more before everybody can read it. */
export const givesPause = (text: string): boolean => findPersonalData(text).length > 0 || findUnkind(text).length > 0
