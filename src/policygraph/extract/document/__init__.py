"""What a document says of itself: number, title, issuers, dates, validity, addressees."""
