import type { Role } from './roles.ts'

// Seoul Metropolitan Office of Education, key-work document of 2023.

/** How many schools, students and teachers Seoul has, and the day of the count. */
export const CITY = { schools: 2158, students: 880_370, teachers: 75_023, at: new Date('2022-04-01T00:00:00+09:00') }

/** How many there are in the city, of the groups of which the office counts them. */
export const IN_CITY: Partial<Record<Role, number>> = { student: CITY.students, teacher: CITY.teachers }
