/** One thing that `launchwire doctor` looked at. `detail` says what was found, and where it is not right, what to do. */
export interface Check {
  name: string
  state: 'ok' | 'warning' | 'failed'
  detail: string
}
