import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { meQuery } from '#data/me.ts'
import styles from './comment-form.module.css'

/** Where somebody goes on who had pressed to have it tried again. */
function goOn(place: Element): void {
  const around = place.closest<HTMLElement>('form, article, dialog')
  const next = around?.matches('article')
    ? around
    : (around?.querySelector('textarea') ?? around?.querySelector('button'))
  next?.focus()
}

/**
 * In place of the way to join: that whoever is signed in is being looked up, or why that failed. Draw it in a Live that is there
 * before.
 */
export function LookingUp() {
  const { t } = useTranslation(['comments', 'common'])
  // The page has asked: here is only told what becomes of it.
  const { error, errorUpdateCount, isFetching, refetch } = useQuery({ ...meQuery, enabled: false })
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const here = place.current
    // It is known now, and the button goes away under the focus.
    return () => {
      if (here?.contains(document.activeElement)) goOn(here)
    }
  }, [])
  return (
    <div ref={place} className={styles.foot}>
      {!error && <p>{t('comments:lookingUp.now')}</p>}
      <ReadProblem error={error}>
        <p>{t('comments:lookingUp.failed')}</p>
      </ReadProblem>
      {/* Asked again, the error is gone at once: what was pressed stays. */}
      {errorUpdateCount > 0 && (
        <Button aria-disabled={isFetching} onClick={() => isFetching || refetch()}>
          {t('common:retry')}
        </Button>
      )}
    </div>
  )
}
