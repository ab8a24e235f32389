import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { canTranslate, translate } from '#data/on-device-translator.ts'
import type { Comment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'

/** Whether this browser can translate so by itself. */
export const canTranslateQuery = (from: Lang, to: Lang) =>
  queryOptions({
    queryKey: ['can-translate', from, to],
    queryFn: () => canTranslate(from, to),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Translates a comment on this device. @param onProgress how much of the language has been loaded, from 0 to 1 */
export const translateMutation = ({ text, lang }: Comment, to: Lang, onProgress: (share: number) => void) =>
  mutationOptions({ mutationKey: ['translate'], mutationFn: () => translate(text, lang, to, onProgress) })
