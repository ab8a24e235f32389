import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { slipDraft } from '#data/drafts.ts'
import { formatSlip, type SlipProblem, type SlipRole } from '#domain/slip.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './slip.module.css'
import { spokenTo } from './spoken-to.ts'

type Props = {
  problem: SlipProblem
  token: string
  /** Whom the slip was made for, where there is one. */
  role: SlipRole | undefined
  /** Whether it was good just now: somebody was faster, maybe they themselves in another app. */
  meanwhile: boolean
  onOther: () => void
}

/** Why a slip lets nobody in, and what to do now. */
export function SlipProblemNotice({ problem, token, role, meanwhile, onOther }: Props) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const kind = meanwhile && problem === 'used' ? 'meanwhile' : problem
  return (
    <div className={styles.problem}>
      <h2 ref={heading} tabIndex={-1}>
        {t(`slip.problem.${kind}.title`)}
      </h2>
      <p>{t(`slip.problem.${kind}.text`)}</p>
      <p>{t(`slip.problem.${kind}.act`, spokenTo(role))}</p>
      <p className={styles.number}>
        {t('slip.number')} <span className={styles.code}>{formatSlip(token)}</span>
      </p>
      <div className={styles.actions}>
        <ButtonLink look="primary" to="?slip=" replace onClick={onOther}>
          {t('slip.typeAnother')}
        </ButtonLink>
        <ButtonLink to={`/${lang}#tasks`} onClick={slipDraft.clear}>
          {t('age.read')}
        </ButtonLink>
      </div>
    </div>
  )
}
