import account from '../../locales/ko/account.json'
import common from '../../locales/ko/common.json'
import errors from '../../locales/ko/errors.json'
import plan from '../../locales/ko/plan.json'

// The source language: the keys that may be used anywhere are exactly the keys of these files.
export const ko = { account, common, errors, plan }
