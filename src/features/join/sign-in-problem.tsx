import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { type DataError, SignInError } from '#data/errors.ts'

/** Why a sign-in did not happen, in the person's language. */
export function SignInProblem({ error }: { error: DataError | SignInError | null }) {
  const { t } = useTranslation(['join', 'errors'])
  return (
    <Live urgency="alert">
      {error && (
        <Notice tone="danger">
          <p>{error instanceof SignInError ? t(`join:problem.${error.kind}`) : t(`errors:${error.kind}`)}</p>
        </Notice>
      )}
    </Live>
  )
}
