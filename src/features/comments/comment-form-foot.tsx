import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { isLookedUp } from '#data/looked-up.ts'
import type { Me } from '#data/me.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { nickname } from '#domain/nickname.ts'
import type { Participant } from '#domain/participant.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './comment-form.module.css'
import { JoinLink } from './join-link.ts'
import { LookingUp } from './looking-up.tsx'

type Props = { me: Me | undefined; isKept: boolean; send: string }

/** The end of a form: the way to send what it holds, or what has to come before. */
export function CommentFormFoot({ me, isKept, send }: Props) {
  const joinLink = useContext(JoinLink)
  const { t } = useTranslation('comments')
  if (me?.staff && !me.participant) return <p className={styles.note}>{t('form.staff')}</p>
  const isUnknown = isLookedUp(me)
  return (
    <div className={styles.foot}>
      {me?.participant || isUnknown ? (
        <Button look="primary" type="submit" aria-disabled={isUnknown || undefined}>
          {send}
        </Button>
      ) : (
        <ButtonLink look="primary" to={joinLink}>
          {t('form.join')}
        </ButtonLink>
      )}
      {me?.participant && <SeenAs participant={me.participant} />}
      <Live>{isUnknown && <LookingUp />}</Live>
      {!me?.participant && !isUnknown && isKept && <p className={styles.note}>{t('form.joinFirst')}</p>}
    </div>
  )
}

/** What stands above a comment, as far as its author is in it (comment-header.tsx). */
function SeenAs({ participant: { uid, role, district } }: { participant: Participant }) {
  const { t } = useTranslation(['comments', 'common'])
  const lang = useLang()
  const area = district === null ? undefined : DISTRICTS[district]?.[lang]
  const group = [t(`common:roles.${role}`), area].filter(Boolean).join(' · ')
  return <p className={styles.note}>{t('comments:form.as', { name: nickname(uid)[lang], group })}</p>
}
