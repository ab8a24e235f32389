import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import type { DataError } from '#data/errors.ts'
import { SignInError } from '#data/sign-in-error.ts'
import styles from './join.module.css'
import { WhomToAsk } from './whom-to-ask.tsx'

/** Why a sign-in did not happen, in the person's language. */
export function SignInProblem({ error }: { error: DataError | SignInError | null }) {
  const { t } = useTranslation(['join', 'errors'])
  const kind = error instanceof SignInError ? error.kind : null
  return (
    <>
      <Live urgency="alert">
        {error && (
          <Notice tone="danger">
            <p>{error instanceof SignInError ? t(`join:problem.${error.kind}`) : t(`errors:${error.kind}`)}</p>
            {kind === 'blocked' && <WhomToAsk />}
          </Notice>
        )}
      </Live>
      {kind === 'school-account' && <SchoolAccount open />}
      {/* Google itself says that an account is blocked, in its window; all we hear is that the window was closed. */}
      {kind === 'cancelled' && <SchoolAccount />}
    </>
  )
}

/** What to do where a school has not allowed the site to its pupils' accounts: for the pupil, and for who runs them. */
function SchoolAccount({ open = false }: { open?: boolean }) {
  const { t } = useTranslation('join')
  return (
    <Disclosure summary={t('school.maybe')} open={open}>
      <div className={styles.school}>
        <h3>{t('school.pupilTitle')}</h3>
        <p>{t('school.pupil')}</p>
        <h3>{t('school.adminTitle')}</h3>
        <p>{t('school.admin')}</p>
        <p>{t('school.adminSteps')}</p>
        <p>{t('school.site', { site: location.origin })}</p>
      </div>
    </Disclosure>
  )
}
