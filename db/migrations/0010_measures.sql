-- What the measures read that lists do not need: how long each stage took, and whether it was in time, by every reading.

select 1;
