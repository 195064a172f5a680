/** Where the operator's own system takes alerts, and what they are signed with. */
export interface AlertHook {
  /** May hold a secret itself. */
  url: string;
  /** `whsec_` and base64, as Standard Webhooks has it. */
  secret: string;
}
