import type { Localized } from './language.ts'

/**
 * The 25 districts of Seoul by id, each under one of the eleven district offices of education.
 * Source: Seoul Metropolitan Office of Education, key-work document of 2023.
 */
export const DISTRICTS: Readonly<Record<string, Localized>> = {
  gangnam: { ko: '강남구', en: 'Gangnam-gu' },
  gangdong: { ko: '강동구', en: 'Gangdong-gu' },
  gangbuk: { ko: '강북구', en: 'Gangbuk-gu' },
  gangseo: { ko: '강서구', en: 'Gangseo-gu' },
  gwanak: { ko: '관악구', en: 'Gwanak-gu' },
  gwangjin: { ko: '광진구', en: 'Gwangjin-gu' },
  guro: { ko: '구로구', en: 'Guro-gu' },
  geumcheon: { ko: '금천구', en: 'Geumcheon-gu' },
  nowon: { ko: '노원구', en: 'Nowon-gu' },
  dobong: { ko: '도봉구', en: 'Dobong-gu' },
  dongdaemun: { ko: '동대문구', en: 'Dongdaemun-gu' },
  dongjak: { ko: '동작구', en: 'Dongjak-gu' },
  mapo: { ko: '마포구', en: 'Mapo-gu' },
  seodaemun: { ko: '서대문구', en: 'Seodaemun-gu' },
  seocho: { ko: '서초구', en: 'Seocho-gu' },
  seongdong: { ko: '성동구', en: 'Seongdong-gu' },
  seongbuk: { ko: '성북구', en: 'Seongbuk-gu' },
  songpa: { ko: '송파구', en: 'Songpa-gu' },
  yangcheon: { ko: '양천구', en: 'Yangcheon-gu' },
  yeongdeungpo: { ko: '영등포구', en: 'Yeongdeungpo-gu' },
  yongsan: { ko: '용산구', en: 'Yongsan-gu' },
  eunpyeong: { ko: '은평구', en: 'Eunpyeong-gu' },
  jongno: { ko: '종로구', en: 'Jongno-gu' },
  jung: { ko: '중구', en: 'Jung-gu' },
  jungnang: { ko: '중랑구', en: 'Jungnang-gu' },
}

export const DISTRICT_IDS: readonly string[] = Object.keys(DISTRICTS)
