"""A throw-away certificate authority for the tests of signing; nobody in it is real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "mật khẩu thử 1"
PERSON, OFFICE, EXPIRED = "Lê Văn Hoằng", "Ủy ban nhân dân xã Hoằng Châu", "Phạm Thị Cũ"


@dataclass(frozen=True, slots=True)
class Holder:
    """A certificate, its key and the authority's certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    root: x509.Certificate

    def write(self, path: Path, password: str = PASSWORD) -> Path:
        """As a PKCS#12 file."""
        sealed = serialization.BestAvailableEncryption(password.encode())
        content = pkcs12.serialize_key_and_certificates(
            b"khoa", self.key, self.certificate, [self.root], sealed
        )
        path.write_bytes(content)
        return path


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@cache
def _authority(name: str) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = _key()
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=4000))
        .not_valid_after(now + timedelta(days=4000))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return key, made


@cache
def holder(name: str, authority: str = "CA thử của DigiCommune") -> Holder:
    """A certificate for signing papers; that of ``EXPIRED`` ran out yesterday."""
    root_key, root = _authority(authority)
    key, now = _key(), datetime.now(UTC)
    last = now - timedelta(days=1) if name == EXPIRED else now + timedelta(days=700)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=300))
        .not_valid_after(last)
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return Holder(key, made, root)


def write_root(folder: Path, authority: str = "CA thử của DigiCommune") -> Path:
    """The authority's certificate as a file a folder of trusted roots may hold."""
    path = folder / f"{authority}.pem"
    path.write_bytes(_authority(authority)[1].public_bytes(serialization.Encoding.PEM))
    return path
