/** How programs call, for programs: OpenAPI 3.1, made from the same lists as the check of a body. Anybody may read it. */
import { z } from 'zod';
import { download, type PublicVisit, screen } from '../visit.js';
import { contactBody, mostFileBytes, mostFiles } from './contact-body.js';

const answer = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});

const receipt = {
  type: 'object',
  required: ['receipt', 'reference', 'takenAt'],
  additionalProperties: false,
  properties: {
    receipt: { type: 'string', format: 'uuid', description: 'Of this contact; keep it to ask the landlord about it.' },
    reference: { type: 'string', examples: ['CMP-26-00123'], description: 'May be passed on to the resident.' },
    takenAt: { type: 'string', format: 'date-time' },
  },
};

const error = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'words'],
      properties: {
        code: { type: 'string', description: 'For a program.' },
        words: { type: 'string', description: 'One sentence for a person: what is wrong and what to do.' },
      },
    },
  },
};

/** The description of what programs may call at an address. */
export function describeApi(address: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Putright: contacts from other programs',
      version: '1',
      description:
        'A web chat, an app or another program of the landlord’s sends what a resident said. Nothing can be read here.',
    },
    servers: [{ url: address }],
    security: [{ source: [] }],
    paths: {
      '/api/v1/contacts': {
        post: {
          operationId: 'sendContact',
          summary: 'Send what a resident said',
          description:
            'Opens a case, received on the day it was said. The same key with the same body gives the same answer and ' +
            'opens nothing more; the same key with another body is refused.',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              description: 'Of your own making, one for each contact: the same when you send it again.',
              schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
            },
          ],
          requestBody: {
            required: true,
            description: `At most ${mostFiles} files, ${mostFileBytes / 1_048_576} MB together before base64.`,
            content: {
              'application/json': {
                schema: z.toJSONSchema(contactBody, { io: 'input', unrepresentable: 'any' }),
              },
            },
          },
          responses: {
            '201': answer('Taken.', receipt),
            '200': answer('Taken before: the same key and body were sent already.', receipt),
            '400': answer('No JSON, or no key.', error),
            '401': answer('The token is not known, or has ended.', error),
            '409': answer('The key was used for another contact.', error),
            '413': answer('Larger than is taken.', error),
            '415': answer('Not sent as application/json.', error),
            '422': answer('Something in the body is wrong.', error),
            '429': answer('Too many for now: send the same again later.', error),
            '500': answer('Nothing was taken; the landlord can look up why.', error),
            '503': answer('Nothing was taken: send the same again in a minute.', error),
          },
        },
      },
    },
    components: {
      securitySchemes: {
        source: { type: 'http', scheme: 'bearer', description: 'The token that the landlord made for your program.' },
      },
    },
  };
}

async function get(visit: PublicVisit) {
  return download('openapi.json', 'application/json', JSON.stringify(describeApi(visit.address), null, 2), {
    inline: true,
  });
}

export const openapi = screen({ path: '/api/v1/openapi.json', access: 'public', get });
