import { useTranslation } from 'react-i18next'
import { GroupTag } from '#components/tag.tsx'
import { DISTRICTS } from '#domain/districts.ts'
import { nickname } from '#domain/nickname.ts'
import type { Participant } from '#domain/participant.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { Part } from './part.tsx'

type Props = { participant: Participant /** Empty for somebody who came with a slip. */; email: string }

/** Who somebody is to others, and what only they themselves see. */
export function Profile({ participant, email }: Props) {
  const { t } = useTranslation(['me', 'common'])
  const lang = useLang()
  const { uid, role, district, verification, joinedAt, consentVersion } = participant
  return (
    <Part title={t('me:who.title')}>
      <p className={styles.nickname}>{nickname(uid)[lang]}</p>
      <dl className={styles.facts}>
        <dt>{t('me:who.group')}</dt>
        <dd>
          <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
        </dd>
        <dt>{t('me:who.area')}</dt>
        <dd>{(district && DISTRICTS[district]?.[lang]) ?? t('me:who.noArea')}</dd>
        <dt>{t('me:who.verified')}</dt>
        <dd>{t(`common:verification.${verification}`)}</dd>
      </dl>
      <p className={styles.note}>{t('me:who.note')}</p>
      <h3>{t('me:who.onlyMe')}</h3>
      <dl className={styles.facts}>
        {email && (
          <>
            <dt>{t('me:who.email')}</dt>
            <dd>{email}</dd>
          </>
        )}
        <dt>{t('me:who.joined')}</dt>
        <dd>{formatDay(joinedAt, lang)}</dd>
        <dt>{t('me:who.consent')}</dt>
        <dd>{t('me:who.consentVersion', { version: consentVersion })}</dd>
      </dl>
    </Part>
  )
}
