-- Mailboxes that are read, how far each was read, and the secrets that a landlord gave.
select 1;
