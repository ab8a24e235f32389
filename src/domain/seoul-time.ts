/** Korea keeps one offset all year round, and has since 1988. */
const SEOUL_MS = 9 * 60 * 60_000

/** The clock of Seoul as the clock of UTC, for what knows of no time zones. */
export const asInSeoul = (date: Date): Date => new Date(date.getTime() + SEOUL_MS)

/** “2026-03-02 09:30:00”: the time in Seoul, as spreadsheets in any language read it. */
export const seoulTime = (date: Date): string => asInSeoul(date).toISOString().slice(0, 19).replace('T', ' ')

/** “2026-03-02”: the day in Seoul. */
export const seoulDay = (date: Date): string => seoulTime(date).slice(0, 10)
