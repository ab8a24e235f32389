import type { Migration } from '../lib/migrations.ts'
import { officeSpeaks } from './001-office-speaks.ts'

/** All migrations in their order; the first is number 1. What was applied somewhere is never changed or taken away. */
export const MIGRATIONS: readonly Migration[] = [officeSpeaks]
