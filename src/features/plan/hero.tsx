import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { GroupTag } from '#components/tag.tsx'
import { Yard } from '#components/yard.tsx'
import type { Results } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'
import { useLang } from '#i18n/use-lang.ts'
import { reachOfPlan } from './agreement.ts'
import styles from './hero.module.css'
import { useYardLabel } from './use-yard-label.ts'

/** What this is, the one thing it asks for, and where the groups stand. */
export function Hero({ results, joined }: { results: Results | null | undefined; joined: boolean }) {
  const { t } = useTranslation(['plan', 'common'])
  const lang = useLang()
  const yardLabel = useYardLabel()
  const reach = reachOfPlan(results)
  return (
    <section className={styles.hero}>
      <div className={styles.words}>
        <p className={styles.kicker}>{t('plan:title')}</p>
        <h1>{t('plan:hero.title')}</h1>
        <p className={styles.lead}>{t('plan:hero.text')}</p>
        <p className={styles.actions}>
          <ButtonLink look="primary" to="#tasks">
            {t('plan:hero.start')}
          </ButtonLink>
          {!joined && <ButtonLink to={`/${lang}/join`}>{t('plan:hero.join')}</ButtonLink>}
        </p>
      </div>
      <figure className={styles.yard}>
        <Yard reach={reach} label={yardLabel(reach)} />
        <figcaption>
          <ul className={styles.groups}>
            {ROLES.map((role) => (
              <li key={role}>
                <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
              </li>
            ))}
          </ul>
          {t('plan:hero.yardCaption')}
        </figcaption>
      </figure>
    </section>
  )
}
