-- Packs on a calendar, the returns to the regulator and the Ombudsman.

select 1;
