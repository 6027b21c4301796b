-- Registers as landlords really have them: what was read from a file, how its columns were understood, and what became of each row.

select 1;
