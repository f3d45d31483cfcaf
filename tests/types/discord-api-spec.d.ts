/** The package's own types do not pass our compiler options (enums in a .ts file); these are the parts in use. */
export const pathsList: Record<'get' | 'put' | 'post' | 'patch' | 'delete', readonly string[]>
