import { useContext } from 'react'
import type { Lang } from '#domain/language.ts'
import { LangContext } from './lang-context.ts'

/**
 * The language of the page. Not asked of the router: at each step from address to address it would draw anew whatever asks
 * for it, and that is everything.
 */
export const useLang = (): Lang => useContext(LangContext)
