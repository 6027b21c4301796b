-- Every message that leaves by itself: receipts, codes, questions, alerts; ways out that a landlord set; holds.
select 1;
