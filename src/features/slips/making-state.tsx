import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import { useLang } from '#i18n/use-lang.ts'
import styles from './slips.module.css'
import type { useMaking } from './use-making.ts'

/** How far slips are that are being made, here or elsewhere, that some are missing and can be made now, or that all are there. */
export function MakingState({ making }: { making: ReturnType<typeof useMaking> }) {
  const { t } = useTranslation(['slips', 'errors'])
  const lang = useLang()
  const { job, isCutOff, elsewhere, done, isMaking, error, made } = making
  const all = job?.tokens.length ?? 0
  const isElsewhere = elsewhere === 'making' && !isMaking
  return (
    <>
      {job && isMaking && (
        <Progress
          label={t('slips:making.label', { school: job.terms.school })}
          value={done ?? 0}
          max={all}
          text={t('slips:making.progress', { done: done ?? 0, all })}
        />
      )}
      <Live urgency="alert">
        {job && isCutOff && (
          <Notice tone="warning" title={t('slips:making.cutOff', { school: job.terms.school, all })}>
            {error && <p>{t(`errors:${error.kind}`)}</p>}
            <p>{t('slips:making.nothingTwice')}</p>
            <div className={styles.actions}>
              <Button look="primary" onClick={making.goOn}>
                {t('slips:making.goOn')}
              </Button>
              <Button onClick={making.giveUp}>{t('slips:making.giveUp')}</Button>
            </div>
          </Notice>
        )}
      </Live>
      <Live>
        {isElsewhere && (
          <Notice title={t('slips:elsewhere.making')}>
            <p>{t('slips:elsewhere.text')}</p>
          </Notice>
        )}
        {elsewhere === 'made' && !job && (
          <Notice tone="success" title={t('slips:made.title')}>
            <p>{t('slips:elsewhere.made')}</p>
          </Notice>
        )}
        {elsewhere === 'gone' && !job && (
          <Notice title={t('slips:elsewhere.gone')}>
            <p>{t('slips:elsewhere.rest')}</p>
          </Notice>
        )}
        {made && !job && elsewhere === 'no' && (
          <Notice tone="success" title={t('slips:made.title')}>
            <p>{t('slips:made.text', { count: made.length })}</p>
            <div className={styles.actions}>
              {made.map((batch, place) => (
                <ButtonLink key={batch} look="primary" to={`/${lang}/review/slips/${batch}`}>
                  {made.length === 1 ? t('slips:made.print') : t('slips:made.printPart', { place: place + 1 })}
                </ButtonLink>
              ))}
            </div>
          </Notice>
        )}
      </Live>
    </>
  )
}
