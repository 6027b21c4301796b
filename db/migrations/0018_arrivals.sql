-- What arrived from a resident and waits for an officer's eye.
select 1;
