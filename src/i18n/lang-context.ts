import { createContext } from 'react'
import type { Lang } from '#domain/language.ts'

/** The language of the page. The frame of all pages sets it, by their address. */
export const LangContext = createContext<Lang>('ko')
