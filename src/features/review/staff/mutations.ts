import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { StaffMember } from '#domain/staff.ts'
import { staffListQuery } from './queries.ts'

const list = () => import('#data/staff-list.ts')

const readAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: staffListQuery.queryKey })

export const addMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['add-staff'],
    mutationFn: (member: StaffMember) => remote(list, ({ addStaff }) => addStaff(member)),
    onSettled: () => readAgain(client),
  })

export const changeMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['change-staff'],
    mutationFn: (member: StaffMember) => remote(list, ({ changeStaff }) => changeStaff(member)),
    onSettled: () => readAgain(client),
  })

export const removeMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['remove-staff'],
    mutationFn: (member: StaffMember) => remote(list, ({ removeStaff }) => removeStaff(member)),
    onSettled: () => readAgain(client),
  })
