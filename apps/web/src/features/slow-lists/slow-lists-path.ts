/** Where slow lists are told of. */
export const slowListsPath = '/-/settings/lists'
