/**
 * The three roles of the database, none of them superuser or above row security: the owner changes the tables, the app
 * works in them landlord by landlord, jobs runs the queue.
 */
import type { ClientConfig } from 'pg';

export const roles = ['putright_owner', 'putright_app', 'putright_jobs'] as const;
export type Role = (typeof roles)[number];

/** A connection that is this role: by signing in as it, or by taking it as a member. */
export function connectionAs(role: Role, url: string): Pick<ClientConfig, 'connectionString' | 'options'> {
  const signsIn = new RegExp(`^[a-z]+://${role}(:[^@]*)?@`).test(url);
  return { connectionString: url, options: `-c timezone=UTC -c datestyle=ISO${signsIn ? '' : ` -c role=${role}`}` };
}
