import type { $ZodType, $ZodTypeDiscriminable } from 'zod/v4/core'

/** The schemas in use, one a line: the package points its types at a .js file. */
export const MessageCreateRequestSchema: $ZodType
export const MessageEditRequestPartialSchema: $ZodType
export const IncomingWebhookRequestPartialSchema: $ZodType
export const IncomingWebhookUpdateRequestPartialSchema: $ZodType
export const ApplicationCommandUpdateRequestSchema: $ZodType
export const ApplicationFormPartialSchema: $ZodType
export const CreatePrivateChannelRequestSchema: $ZodType
export const CreateTextThreadWithMessageRequestSchema: $ZodType
export const PongInteractionCallbackRequestSchema: $ZodTypeDiscriminable
export const CreateMessageInteractionCallbackRequestSchema: $ZodTypeDiscriminable
export const UpdateMessageInteractionCallbackRequestSchema: $ZodTypeDiscriminable
export const ApplicationCommandAutocompleteCallbackRequestSchema: $ZodTypeDiscriminable
export const ModalInteractionCallbackRequestSchema: $ZodTypeDiscriminable
