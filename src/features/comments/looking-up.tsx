import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { type Me, meQuery } from '#data/me.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'

/** Whether somebody is signed in here, and who that is has not been read yet: then nobody is told to join. */
export const isLookedUp = (me: Me | undefined): boolean => me === undefined && storage.read(SIGNED_IN) !== null

/** In place of the way to join: that whoever is signed in is being looked up, or why that failed. */
export function LookingUp() {
  const { t } = useTranslation(['comments', 'common'])
  // The page has asked: here is only told what becomes of it.
  const { error, refetch } = useQuery({ ...meQuery, enabled: false })
  return (
    <div>
      {!error && <p>{t('comments:lookingUp.now')}</p>}
      <ReadProblem error={error}>
        <p>{t('comments:lookingUp.failed')}</p>
        <Button onClick={() => refetch()}>{t('common:retry')}</Button>
      </ReadProblem>
    </div>
  )
}
