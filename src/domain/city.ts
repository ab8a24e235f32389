import type { Level } from './participant.ts'
import type { Role } from './roles.ts'

// Seoul Metropolitan Office of Education, key-work document of 2023.

/** How many schools, students and teachers Seoul has, and the day of the count. */
export const CITY = { schools: 2158, students: 880_370, teachers: 75_023, at: new Date('2022-04-01T00:00:00+09:00') }

/** How many there are in the city, of the groups of which the office counts them. */
export const IN_CITY: Partial<Record<Role, number>> = { student: CITY.students, teacher: CITY.teachers }

/** The same by level of school: those of all levels are those of the city. */
export const IN_CITY_BY_LEVEL: Readonly<Record<Level, { readonly student: number; readonly teacher: number }>> = {
  kindergarten: { student: 66_524, teacher: 6391 },
  elementary: { student: 393_565, teacher: 28_219 },
  middle: { student: 205_387, teacher: 17_234 },
  high: { student: 207_388, teacher: 21_039 },
  special: { student: 4452, teacher: 1685 },
  other: { student: 3054, teacher: 455 },
}
